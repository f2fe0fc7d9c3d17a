--liquibase formatted sql

--changeset tests:1
create table liquibase_made (id int primary key, name varchar(100));
insert into liquibase_made values (1, 'by the first change');

--changeset tests:2
alter table liquibase_made add column note varchar(50);
update liquibase_made set note = 'by the second';
