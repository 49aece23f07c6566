import { describe, expect, it } from 'vitest';
import { parseSurveyDate, SURVEY_DATE, surveyDateOfItems, surveyDateOfXml } from './survey-date.ts';

describe('the date of a survey', () => {
  it.each([
    ['2025', '2025'],
    ['2025-03', '2025-03'],
    ['2025-03-14', '2025-03-14'],
    ['20250314', '2025-03-14'],
    ['2025:03:14 09:30:00', '2025-03-14'],
    ['2025-03-14T09:30:00Z', '2025-03-14'],
    ['2025-02/2025-04', '2025-02/2025-04'],
    ['2024 to 2025', '2024/2025'],
    ['2025-03-14/2025-03-14', '2025-03-14'],
  ])('is read: %s', (text, date) => {
    expect(parseSurveyDate(text)).toBe(date);
    expect(date).toMatch(SURVEY_DATE);
  });

  it.each(['', 'spring', '2025-13', '2025-02-30', '14.03.2025', '0', '2025/2024', '1/2/2025'])(
    'is none: “%s”',
    (text) => {
      expect(parseSurveyDate(text)).toBeUndefined();
    },
  );

  it('is found among the items that GDAL keeps, and not in when the file was written', () => {
    expect(surveyDateOfItems({ AREA_OR_POINT: 'Area', ACQUISITION_DATE: '2023-05' })).toBe(
      '2023-05',
    );
    expect(surveyDateOfItems({ 'Survey date': '2021' })).toBe('2021');
    expect(
      surveyDateOfItems({ TIFFTAG_DATETIME: '2025:03:14 09:30:00', date: '2020' }),
    ).toBeUndefined();
    expect(surveyDateOfItems({ survey_date: 'unknown' })).toBeUndefined();
  });

  it('is found in a file beside the raster', () => {
    expect(
      surveyDateOfXml(
        '<PAMDataset><Metadata><MDI key="SURVEY_DATE">2022-11-03</MDI></Metadata></PAMDataset>',
      ),
    ).toBe('2022-11-03');
    expect(
      surveyDateOfXml(
        '<gmd:EX_TemporalExtent><gml:TimePeriod><gml:beginPosition>2019-03-01</gml:beginPosition><gml:endPosition>2019-04-30</gml:endPosition></gml:TimePeriod></gmd:EX_TemporalExtent>',
      ),
    ).toBe('2019-03-01/2019-04-30');
    expect(surveyDateOfXml('<gmd:dateStamp>2024-01-01</gmd:dateStamp>')).toBeUndefined();
  });
});
