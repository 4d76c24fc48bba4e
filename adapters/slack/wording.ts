/** Every word that Slack's side adds; sentences about figures come from the core. */
export const WORDING = {
  share: "Share in channel",
  report: "Report a problem",
  choose: "This one",
} as const;
