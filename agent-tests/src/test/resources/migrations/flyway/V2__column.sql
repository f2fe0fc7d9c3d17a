alter table flyway_made add column note varchar(50);
update flyway_made set note = 'by the second; not the first';
insert into flyway_made values (2, 'two', null);
