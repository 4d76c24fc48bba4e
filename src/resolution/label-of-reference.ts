import { dayLabel } from "../calendar/calendar-periods.ts";
import type { ReferencePeriod } from "../language/reference-period.ts";

/** What a said period is called when it is spoken of again. */
export const labelOfReference = (reference: ReferencePeriod): string => {
  switch (reference.kind) {
    case "within":
    case "range":
    case "partial":
    case "beside_event":
      return reference.period.label;
    case "since":
    case "until":
      return reference.label;
    case "named":
      return reference.periods[0].name;
    case "recurring_month":
      return "that month";
    case "recurring_quarter":
      return "that quarter";
    case "now":
      return dayLabel(reference.day);
    case "latest":
      return "the latest";
    case "same_in":
      return String(reference.year);
    case "shift":
    case "same":
    case "beside_same":
      return "that period";
  }
};
