/** Channel with the `ToolMarks` of the incident. */
export const INCIDENT_MARKS = 'pipes/incident-marks';
