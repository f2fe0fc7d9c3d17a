CREATE TABLE customer (
  id BIGINT PRIMARY KEY,
  email VARCHAR(120) NOT NULL UNIQUE,
  name VARCHAR(120) NOT NULL,
  confirmed BOOLEAN NOT NULL,
  orders_placed INT NOT NULL,
  spent DECIMAL(14, 2) NOT NULL,
  registered_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE product (
  id INT PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  price DECIMAL(10, 2) NOT NULL,
  stock INT NOT NULL CHECK (stock >= 0)
);

CREATE TABLE orders (
  id BIGINT PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  status VARCHAR(12) NOT NULL,
  total DECIMAL(12, 2) NOT NULL,
  note VARCHAR(200),
  created_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX orders_of_customer ON orders (customer_id);

CREATE TABLE order_line (
  order_id BIGINT NOT NULL REFERENCES orders (id),
  line_no SMALLINT NOT NULL,
  product_id INT NOT NULL REFERENCES product (id),
  quantity INT NOT NULL,
  price DECIMAL(10, 2) NOT NULL,
  PRIMARY KEY (order_id, line_no)
);

CREATE TABLE voucher_use (
  code VARCHAR(20) PRIMARY KEY,
  order_id BIGINT NOT NULL REFERENCES orders (id)
);

CREATE TABLE payment (
  id UUID PRIMARY KEY,
  order_id BIGINT NOT NULL UNIQUE REFERENCES orders (id),
  amount DECIMAL(12, 2) NOT NULL,
  receipt BYTEA NOT NULL,
  paid_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE audit (
  id UUID PRIMARY KEY,
  order_id BIGINT NOT NULL,
  event VARCHAR(12) NOT NULL,
  detail VARCHAR(200),
  happened_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE visit (
  customer_id BIGINT PRIMARY KEY REFERENCES customer (id),
  views INT NOT NULL,
  last_product INT,
  last_at TIMESTAMP WITH TIME ZONE
);

CREATE TABLE page_view (
  id UUID PRIMARY KEY,
  customer_id BIGINT NOT NULL,
  product_id INT NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE SEQUENCE order_number START WITH 1000
