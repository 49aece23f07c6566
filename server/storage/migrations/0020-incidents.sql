-- What happens in a city and what is done about it. The log only grows.
create table incident (
  id integer primary key generated always as identity,
  key uuid not null unique,
  city text not null,
  kind text not null,
  headline text not null,
  severity text not null,
  onset timestamptz not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  longitude float8 not null,
  latitude float8 not null,
  subject jsonb
);
create index incident_city on incident (city, opened_at desc);

create table incident_entry (
  incident_id integer not null references incident,
  number integer not null,
  key uuid not null unique,
  at timestamptz not null,
  recorded_at timestamptz not null default now(),
  by_whom text,
  kind text not null,
  body text not null,
  action jsonb,
  data jsonb not null,
  primary key (incident_id, number)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The log of an incident only grows.';
end $$;
create trigger incident_entry_only_grows before update or delete on incident_entry
  for each row execute function refuse_change();
