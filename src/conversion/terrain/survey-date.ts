// When the ground of an elevation model was surveyed, as files say it: GDAL's items in a GeoTIFF or beside it (`.aux.xml`),
// the temporal extent of ISO 19115 metadata. The date tag of a TIFF (306) is when the file was written, and is not used.

/** `2025`, `2025-03`, `2025-03-14`, or two of them with a slash between: from, to. */
export const SURVEY_DATE = /^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/;

const ITEM =
  /^(survey|acquisition|capture|flight|flown|lidar)[ _-]?(date|dates|datetime|time|period|year)?$/i;

/** A date or a span of two, written in any usual way; undefined where the text is none. */
export function parseSurveyDate(text: string): string | undefined {
  const parts = text.trim().split(/\s*(?:\/|\bto\b|–|\.\.)\s*/i);
  const dates = parts.map(parseDate);
  const [first, last] = dates;
  if (dates.length > 2 || first === undefined || dates.includes(undefined)) return undefined;
  return last === undefined || last === first
    ? first
    : last < first
      ? undefined
      : `${first}/${last}`;
}

function parseDate(text: string): string | undefined {
  const found = /^(\d{4})(?:[-:.]?(\d{2})(?:[-:.]?(\d{2}))?)?(?:[T ].*)?$/.exec(text.trim());
  if (!found) return undefined;
  const [, year = '', month, day] = found;
  if (Number(year) < 1800 || Number(year) > 2200) return undefined;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return `${year}-${month}`;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCDate() === Number(day) ? `${year}-${month}-${day}` : undefined;
}

/** Of the items of GDAL's metadata by name. */
export function surveyDateOfItems(items: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, value] of Object.entries(items)) {
    if (!ITEM.test(name)) continue;
    const date = parseSurveyDate(String(value));
    if (date !== undefined) return date;
  }
  return undefined;
}

/** Of a file beside the raster: items as GDAL writes them, or the span of ISO 19115. */
export function surveyDateOfXml(text: string): string | undefined {
  const items = [...text.matchAll(/<MDI\s+key="([^"]+)"[^>]*>([^<]*)<\/MDI>/gi)];
  const said = surveyDateOfItems(Object.fromEntries(items.map(([, name, value]) => [name, value])));
  if (said !== undefined) return said;
  const extent = /<(?:\w+:)?EX_TemporalExtent\b[\s\S]*?<\/(?:\w+:)?EX_TemporalExtent>/.exec(
    text,
  )?.[0];
  const position = (name: string) =>
    new RegExp(`<(?:\\w+:)?${name}[^>]*>([^<]+)<`).exec(extent ?? '')?.[1]?.trim();
  const from = position('beginPosition') ?? position('timePosition');
  const to = position('endPosition');
  return from === undefined
    ? undefined
    : parseSurveyDate(to === undefined ? from : `${from}/${to}`);
}
