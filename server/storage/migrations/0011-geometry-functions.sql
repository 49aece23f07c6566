-- Relations of GeoJSON geometries (OGC 06-103r4 §6.1.15) on the plane of longitude and latitude, on
-- PostgreSQL's own geometric types: no extension is needed. Lengths and distances are in degrees. What
-- lies closer than about 1e-6 degrees (0.1 m) is taken as touching, as those types do.

-- Members of a collection, else the geometry itself.
create function geo_members(geometry jsonb) returns setof jsonb
  language sql immutable parallel safe rows 1 as $$
  select geometry where geometry ->> 'type' <> 'GeometryCollection'
  union all
  select member from jsonb_array_elements(
    case geometry ->> 'type' when 'GeometryCollection' then geometry -> 'geometries' else '[]' end
  ) as member
$$;

-- Every list of positions: of points (one each), of lines, of the rings of polygons.
create function geo_lists(geometry jsonb) returns table (dimension integer, list jsonb)
  language sql immutable parallel safe rows 2 as $$
  select 0, jsonb_build_array(g -> 'coordinates')
    from geo_members(geometry) g where g ->> 'type' = 'Point'
  union all
  select 0, jsonb_build_array(one) from geo_members(geometry) g, jsonb_array_elements(
    case g ->> 'type' when 'MultiPoint' then g -> 'coordinates' else '[]' end) one
  union all
  select 1, g -> 'coordinates' from geo_members(geometry) g where g ->> 'type' = 'LineString'
  union all
  select 1, one from geo_members(geometry) g, jsonb_array_elements(
    case g ->> 'type' when 'MultiLineString' then g -> 'coordinates' else '[]' end) one
  union all
  select 2, one from geo_members(geometry) g, jsonb_array_elements(
    case g ->> 'type' when 'Polygon' then g -> 'coordinates' else '[]' end) one
  union all
  select 2, ring from geo_members(geometry) g, jsonb_array_elements(
    case g ->> 'type' when 'MultiPolygon' then g -> 'coordinates' else '[]' end) part,
    jsonb_array_elements(part) ring
$$;

create function geo_dimension(geometry jsonb) returns integer
  language sql immutable parallel safe as $$ select max(dimension) from geo_lists(geometry) $$;

create function geo_position(spot jsonb) returns point
  language sql immutable parallel safe as $$
  select point((spot ->> 0)::float8, (spot ->> 1)::float8)
$$;

create function geo_polygon(ring jsonb) returns polygon
  language sql immutable parallel safe as $$
  select ('(' || string_agg('(' || (p ->> 0) || ',' || (p ->> 1) || ')', ',' order by n) || ')')::polygon
  from jsonb_array_elements(ring) with ordinality as positions (p, n)
$$;

-- Points are segments without length.
create function geo_segments(geometry jsonb) returns setof lseg
  language sql immutable parallel safe rows 20 as $$
  select lseg(geo_position(list -> at), geo_position(list -> (at + least(dimension, 1))))
  from geo_lists(geometry),
    generate_series(0, jsonb_array_length(list) - 1 - least(dimension, 1)) at
$$;

create function geo_gap(a lseg, b lseg) returns float8
  language sql immutable parallel safe as $$
  select case
    when a[0] ~= a[1] and b[0] ~= b[1] then a[0] <-> b[0]
    when a[0] ~= a[1] then a[0] <-> b
    when b[0] ~= b[1] then b[0] <-> a
    else a <-> b
  end
$$;

create function geo_is_on(place point, geometry jsonb) returns boolean
  language sql immutable parallel safe as $$
  select exists (
    select from geo_segments(geometry) as s where geo_gap(lseg(place, place), s) < 1e-6)
$$;

-- 2 inside the area, 1 on its edge, on a line or at a point, 0 outside.
create function geo_locate(place point, geometry jsonb) returns integer
  language sql immutable parallel safe as $$
  select case
    when geo_is_on(place, geometry) then 1
    when (select count(*) % 2 from geo_lists(geometry)
          where dimension = 2 and place <@ geo_polygon(list)) = 1 then 2
    else 0
  end
$$;

-- Ends of lines, which are their boundary; closed lines have none.
create function geo_is_end(place point, geometry jsonb) returns boolean
  language sql immutable parallel safe as $$
  select exists (
    select from geo_lists(geometry)
    where dimension = 1 and list -> 0 <> list -> -1
      and (place <-> geo_position(list -> 0) < 1e-6 or place <-> geo_position(list -> -1) < 1e-6))
$$;

-- The middles of the pieces into which the segments of `b` cut those of `a`: no piece lies partly in `b`.
create function geo_pieces(a jsonb, b jsonb) returns setof point
  language sql immutable parallel safe rows 40 as $$
  with segments as (select row_number() over () as n, s from geo_segments(a) as s),
  cuts as (
    select n, s, s[0] as place, 0::float8 as along from segments
    union all select n, s, s[1], s[0] <-> s[1] from segments
    union all select n, s, cut, s[0] <-> cut
      from segments, geo_segments(b) as t, lateral (
        select s # t as cut where not s[0] ~= s[1] and not t[0] ~= t[1]
        union all select t[0] where geo_gap(lseg(t[0], t[0]), s) < 1e-6
        union all select t[1] where geo_gap(lseg(t[1], t[1]), s) < 1e-6
      ) as crossing
      where cut is not null
  ),
  pieces as (
    select s, place, lead(place) over (partition by n order by along) as next from cuts
  )
  select point((place[0] + next[0]) / 2, (place[1] + next[1]) / 2)
  from pieces where next is not null and (s[0] ~= s[1] or place <-> next > 1e-9)
$$;

create function geo_distance(a jsonb, b jsonb) returns float8
  language sql immutable parallel safe as $$
  select case
    when a ->> 'type' = 'Point' and b ->> 'type' = 'Point'
      then geo_position(a -> 'coordinates') <-> geo_position(b -> 'coordinates')
    when exists (select from geo_lists(a) where geo_locate(geo_position(list -> 0), b) > 0)
      or exists (select from geo_lists(b) where geo_locate(geo_position(list -> 0), a) > 0) then 0
    else (select min(geo_gap(s, t)) from geo_segments(a) as s, geo_segments(b) as t)
  end
$$;

create function geo_length(geometry jsonb) returns float8
  language sql immutable parallel safe as $$
  select coalesce(sum(s[0] <-> s[1]), 0) from geo_lists(geometry),
    generate_series(0, jsonb_array_length(list) - 2) at,
    lateral (select lseg(geo_position(list -> at), geo_position(list -> (at + 1))) as s) as segment
  where dimension = 1
$$;

create function geo_intersects(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$ select geo_distance(a, b) < 1e-6 $$;

create function geo_disjoint(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$ select not geo_intersects(a, b) $$;

create function geo_interiors_meet(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$
  select case
    when geo_dimension(a) = 2 and geo_dimension(b) = 2 then
      exists (select from geo_pieces(a, b) as p where geo_locate(p, b) = 2)
      or exists (select from geo_pieces(b, a) as p where geo_locate(p, a) = 2)
      or (not exists (select from geo_pieces(a, b) as p where geo_locate(p, b) = 0)
        and not exists (select from geo_pieces(b, a) as p where geo_locate(p, a) = 0))
    when geo_dimension(b) = 2 then
      exists (select from geo_pieces(a, b) as p where geo_locate(p, b) = 2)
    when geo_dimension(a) = 2 then
      exists (select from geo_pieces(b, a) as p where geo_locate(p, a) = 2)
    when geo_dimension(a) = 0 or geo_dimension(b) = 0 then
      exists (select from geo_segments(a) as s, geo_segments(b) as t,
        lateral (select case when s[0] ~= s[1] then s[0] else t[0] end as place) as candidate
        where geo_gap(s, t) < 1e-6 and not geo_is_end(place, a) and not geo_is_end(place, b))
    else
      exists (select from geo_pieces(a, b) as p where geo_is_on(p, b))
      or exists (select from geo_segments(a) as s, geo_segments(b) as t,
        lateral (
          select s # t as place
          union all select t[0] where geo_gap(lseg(t[0], t[0]), s) < 1e-6
          union all select t[1] where geo_gap(lseg(t[1], t[1]), s) < 1e-6
        ) as crossing
        where place is not null and not geo_is_end(place, a) and not geo_is_end(place, b))
  end
$$;

create function geo_within(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$
  select geo_dimension(a) <= geo_dimension(b)
    and not exists (select from geo_pieces(a, b) as p where geo_locate(p, b) = 0)
    and (geo_dimension(a) < 2
      or not exists (select from geo_pieces(b, a) as p where geo_locate(p, a) = 2))
    and geo_interiors_meet(a, b)
$$;

create function geo_contains(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$ select geo_within(b, a) $$;

create function geo_equals(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$ select geo_within(a, b) and geo_within(b, a) $$;

create function geo_touches(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$
  select geo_intersects(a, b) and not geo_interiors_meet(a, b)
$$;

create function geo_overlaps(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$
  select geo_dimension(a) = geo_dimension(b) and geo_interiors_meet(a, b)
    and not geo_within(a, b) and not geo_within(b, a)
    and (geo_dimension(a) <> 1 or exists (select from geo_pieces(a, b) as p where geo_is_on(p, b)))
$$;

create function geo_crosses(a jsonb, b jsonb) returns boolean
  language sql immutable parallel safe as $$
  select case
    when geo_dimension(a) = 1 and geo_dimension(b) = 1 then geo_interiors_meet(a, b)
      and not exists (select from geo_pieces(a, b) as p where geo_is_on(p, b))
    when geo_dimension(a) < geo_dimension(b) then
      geo_interiors_meet(a, b) and not geo_within(a, b)
    when geo_dimension(a) > geo_dimension(b) then
      geo_interiors_meet(a, b) and not geo_within(b, a)
    else false
  end
$$;
