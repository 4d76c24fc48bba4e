const CONTROL: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Text that Slack shows as it stands: "<!channel> R&D" → "&lt;!channel&gt; R&amp;D". These three characters are
 * the ones that docs.slack.dev/messaging/formatting-message-text wants escaped; "*" and "_" are left alone,
 * since our texts are sent with `mrkdwn: false` and our blocks are of rich or plain text, which have no markup.
 */
export const escapeText = (text: string): string =>
  text.replace(/[&<>]/gu, (letter) => CONTROL[letter] ?? "");
