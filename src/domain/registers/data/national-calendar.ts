/** Id of the calendar that all offices and sites count by until a regional one is registered. */
export const NATIONAL_CALENDAR = 'nasional';
