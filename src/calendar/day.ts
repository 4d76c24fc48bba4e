/** A day as ISO 8601 prints it, "2024-09-30". Comparing two as strings compares them as days. */
export type CalendarDate = string & { readonly __unit: "calendar date" };
