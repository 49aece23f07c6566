-- Days whose simulated readings were thinned (see `observation-thinning.ts`).
create table thinned_day (day date primary key);
