create table flyway_made (id int primary key, name varchar(100));
insert into flyway_made values (1, 'by the first version');
