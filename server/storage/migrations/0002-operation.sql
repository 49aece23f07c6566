-- Set where an operator chose other limits than the catalogue; a new build of the city then keeps them.
alter table datastream add column thresholds_changed_at timestamptz;

-- How often the condition came back before anybody acknowledged it.
alter table alarm add column occurrences integer not null default 1;

-- Which times of a city's past are there; what lies between was never asked for.
create table city_history (
  city text primary key,
  build text not null,
  covered tstzmultirange not null default '{}'
);
