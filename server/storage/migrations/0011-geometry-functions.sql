-- Relations of GeoJSON geometries (OGC 06-103r4 §6.1.15) on the plane of longitude and latitude, on
-- PostgreSQL's own geometric types: no extension is needed. Lengths and distances are in degrees. What
-- lies closer than about 1e-6 degrees (0.1 m) is taken as touching, as those types do.
-- In plpgsql, since plans of nested SQL functions are made anew for each statement: 40 times slower. A
-- geometry that doesn't change from row to row is taken apart once, by the planner: that is why the
-- relations are of `geo_parse(…)`.

-- A geometry taken apart: points are segments without length; `ends` are the boundary of lines, closed
-- lines have none; `rings` are those of all polygons, a place is inside where an odd number holds it.
create type geo_shape as (dimension integer, segments lseg[], rings polygon[], ends point[]);

create function geo_position(pair jsonb) returns point
  language plpgsql immutable parallel safe as $$
begin
  return point((pair ->> 0)::float8, (pair ->> 1)::float8);
end $$;

-- Every list of positions: of points (one each), of lines, of the rings of polygons.
create function geo_lists(geometry jsonb) returns table (dimension integer, list jsonb)
  language plpgsql immutable parallel safe as $$
declare
  coordinates jsonb := geometry -> 'coordinates';
  part jsonb;
begin
  case geometry ->> 'type'
    when 'Point' then return query select 0, jsonb_build_array(coordinates);
    when 'MultiPoint' then
      return query select 0, jsonb_build_array(one) from jsonb_array_elements(coordinates) one;
    when 'LineString' then return query select 1, coordinates;
    when 'MultiLineString' then return query select 1, one from jsonb_array_elements(coordinates) one;
    when 'Polygon' then return query select 2, one from jsonb_array_elements(coordinates) one;
    when 'MultiPolygon' then return query select 2, ring
      from jsonb_array_elements(coordinates) one, jsonb_array_elements(one) ring;
    when 'GeometryCollection' then
      for part in select jsonb_array_elements(geometry -> 'geometries') loop
        return query select * from geo_lists(part);
      end loop;
    else null;
  end case;
end $$;

create function geo_parse(geometry jsonb) returns geo_shape
  language plpgsql immutable parallel safe as $$
declare
  shape geo_shape := (0, '{}', '{}', '{}');
  place point;
  part record;
  positions point[];
begin
  if geometry ->> 'type' = 'Point' then
    place := geo_position(geometry -> 'coordinates');
    shape.segments := array[lseg(place, place)];
    return shape;
  end if;
  for part in select * from geo_lists(geometry) loop
    select array_agg(geo_position(one) order by n) into positions
      from jsonb_array_elements(part.list) with ordinality as given (one, n);
    shape.dimension := greatest(shape.dimension, part.dimension);
    for at in 1 .. cardinality(positions) - least(part.dimension, 1) loop
      shape.segments := shape.segments || lseg(positions[at], positions[at + least(part.dimension, 1)]);
    end loop;
    if part.dimension = 2 then
      shape.rings := shape.rings || polygon(path('(' || array_to_string(positions, ',') || ')'));
    elsif part.dimension = 1 and not positions[1] ~= positions[cardinality(positions)] then
      shape.ends := shape.ends || positions[1] || positions[cardinality(positions)];
    end if;
  end loop;
  return shape;
end $$;

create function geo_gap(place point, segment lseg) returns float8
  language plpgsql immutable parallel safe as $$
begin
  return case when segment[0] ~= segment[1] then place <-> segment[0] else place <-> segment end;
end $$;

-- 2 inside an area, 1 on its edge, on a line or at a point, 0 outside.
create function geo_locate(place point, shape geo_shape) returns integer
  language plpgsql immutable parallel safe as $$
declare
  segment lseg;
  ring polygon;
  around integer := 0;
begin
  foreach segment in array shape.segments loop
    if geo_gap(place, segment) < 1e-6 then return 1; end if;
  end loop;
  foreach ring in array shape.rings loop
    if place <@ ring then around := around + 1; end if;
  end loop;
  return (around % 2) * 2;
end $$;

-- The middles of the pieces into which the segments of `b` cut those of `a`, and where each lies in `b`:
-- no piece lies partly in it.
create function geo_pieces(a geo_shape, b geo_shape) returns integer[]
  language plpgsql immutable parallel safe as $$
declare
  s lseg;
  t lseg;
  length float8;
  cuts float8[];
  found integer[] := '{}';
begin
  foreach s in array a.segments loop
    length := s[0] <-> s[1];
    if length < 1e-12 then
      found := found || geo_locate(s[0], b);
      continue;
    end if;
    cuts := array[0, length];
    foreach t in array b.segments loop
      cuts := cuts
        || case when not t[0] ~= t[1] and s ?# t then s[0] <-> (s # t) end
        || case when t[0] <-> s < 1e-6 then s[0] <-> t[0] end
        || case when t[1] <-> s < 1e-6 then s[0] <-> t[1] end;
    end loop;
    select array_agg(cut order by cut) into cuts from unnest(cuts) as cut where cut is not null;
    for at in 2 .. cardinality(cuts) loop
      if cuts[at] - cuts[at - 1] > 1e-9 then
        found := found || geo_locate(
          s[0] + (s[1] - s[0]) * point((cuts[at] + cuts[at - 1]) / 2 / length, 0), b);
      end if;
    end loop;
  end loop;
  return found;
end $$;

create function geo_distance(a geo_shape, b geo_shape) returns float8
  language plpgsql immutable parallel safe as $$
declare
  s lseg;
  t lseg;
  least_gap float8 := 'infinity';
begin
  foreach s in array a.segments loop
    if geo_locate(s[0], b) > 0 then return 0; end if;
    foreach t in array b.segments loop
      least_gap := least(least_gap, case
        when s[0] ~= s[1] then geo_gap(s[0], t)
        when t[0] ~= t[1] then geo_gap(t[0], s)
        else s <-> t end);
    end loop;
  end loop;
  foreach t in array b.segments loop
    if geo_locate(t[0], a) > 0 then return 0; end if;
  end loop;
  return least_gap;
end $$;

create function geo_is_end(place point, shape geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$
declare
  one point;
begin
  foreach one in array shape.ends loop
    if one <-> place < 1e-6 then return true; end if;
  end loop;
  return false;
end $$;

-- Whether two lines, or a point and something without area, meet at a place that ends neither.
create function geo_lines_meet(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$
declare
  s lseg;
  t lseg;
  place point;
begin
  foreach s in array a.segments loop
    foreach t in array b.segments loop
      foreach place in array array[s[0], s[1], t[0], t[1],
        case when not s[0] ~= s[1] and not t[0] ~= t[1] and s ?# t then s # t end] loop
        if place is not null and geo_gap(place, s) < 1e-6 and geo_gap(place, t) < 1e-6
          and not geo_is_end(place, a) and not geo_is_end(place, b) then
          return true;
        end if;
      end loop;
    end loop;
  end loop;
  return false;
end $$;

create function geo_interiors_meet(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$
declare
  a_in_b integer[];
  b_in_a integer[];
begin
  if a.dimension < 2 and b.dimension < 2 then
    if a.dimension = 1 and b.dimension = 1 and 1 = any (geo_pieces(a, b)) then return true; end if;
    return geo_lines_meet(a, b);
  end if;
  if b.dimension = 2 then
    a_in_b := geo_pieces(a, b);
    if 2 = any (a_in_b) then return true; end if;
  end if;
  if a.dimension = 2 then
    b_in_a := geo_pieces(b, a);
    if 2 = any (b_in_a) then return true; end if;
  end if;
  -- The same area: neither has an edge inside or outside of the other.
  return a.dimension = 2 and b.dimension = 2 and 0 <> all (a_in_b) and 0 <> all (b_in_a);
end $$;

create function geo_within(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$
declare
  a_in_b integer[];
begin
  if a.dimension > b.dimension then return false; end if;
  a_in_b := geo_pieces(a, b);
  if 0 = any (a_in_b) then return false; end if;
  if b.dimension = 2 and 2 = any (a_in_b) then
    -- An edge of `b` inside `a` is that of a hole.
    return a.dimension < 2 or 2 <> all (geo_pieces(b, a));
  end if;
  return (a.dimension < 2 or 2 <> all (geo_pieces(b, a))) and geo_interiors_meet(a, b);
end $$;

create function geo_contains(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$ begin return geo_within(b, a); end $$;

create function geo_equals(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$
begin
  return geo_within(a, b) and geo_within(b, a);
end $$;

create function geo_length(shape geo_shape) returns float8
  language plpgsql immutable parallel safe as $$
begin
  if shape.dimension <> 1 then return 0; end if;
  return (select coalesce(sum(s[0] <-> s[1]), 0) from unnest(shape.segments) as s);
end $$;

create function geo_intersects(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$ begin return geo_distance(a, b) < 1e-6; end $$;

create function geo_disjoint(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$ begin return geo_distance(a, b) >= 1e-6; end $$;

create function geo_touches(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$
begin
  return geo_intersects(a, b) and not geo_interiors_meet(a, b);
end $$;

create function geo_overlaps(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$
begin
  return a.dimension = b.dimension and geo_interiors_meet(a, b)
    and not geo_within(a, b) and not geo_within(b, a)
    and (a.dimension <> 1 or 1 = any (geo_pieces(a, b)));
end $$;

create function geo_crosses(a geo_shape, b geo_shape) returns boolean
  language plpgsql immutable parallel safe as $$
begin
  if a.dimension = b.dimension then
    return a.dimension = 1 and geo_interiors_meet(a, b) and 1 <> all (geo_pieces(a, b));
  end if;
  return geo_interiors_meet(a, b)
    and case when a.dimension < b.dimension then not geo_within(a, b) else not geo_within(b, a) end;
end $$;
