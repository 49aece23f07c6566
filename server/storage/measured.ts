/** SQL: the datastream measures. What is expected of times to come is no news; who wants it names it by its number. */
export const isMeasured = `not coalesce((datastream.properties -> 'forecast')::boolean, false)`;
