import type { AnswerValue } from "../answer/answer.ts";
import { kindBeside, labelOf } from "../answer/say.ts";
import { isOutcome, type Measure, type Observation } from "../catalog/observation.ts";
import { fill, type StylePart } from "../language/house-style.ts";
import { sayAmount } from "./say-amount.ts";
import { sayPeriod } from "./say-period.ts";
import type { Styled } from "./styled.ts";

type Held = { readonly observation: Observation; readonly measure: Measure };

const heldOf = ({ figures }: AnswerValue, { catalog }: Styled): readonly Held[] =>
  figures.flatMap((id) => {
    const observation = catalog.figures.get(id);
    const measure = observation && catalog.measures.get(observation.measure);
    return observation === undefined || measure === undefined ? [] : [{ observation, measure }];
  });

/** A label that has a comma in it is closed by one where the sentence goes on. */
const closed = (label: string): string => (label.includes(", ") ? `${label},` : label);

const KINDS: Readonly<Record<Observation["kind"], StylePart | null>> = {
  actual: null,
  estimate: "sentence.estimate",
  goal: "sentence.goal",
  proposal: "sentence.proposal",
  capacity: "sentence.capacity",
  threshold: "sentence.threshold",
};

/** Without "(goal)", which the sentence says itself. */
const bareLabel = (value: AnswerValue, { observation }: Held, { catalog }: Styled): string => {
  const kind = kindBeside(observation, catalog);
  return kind === null ? value.label : value.label.slice(0, value.label.lastIndexOf(` (${kind})`));
};

/** "ICE arrests totaled 113,431 in fiscal year 2024" */
const sayHeld = (value: AnswerValue, held: Held | undefined, styled: Styled): string => {
  const { parts } = styled.style;
  const label = styled.neutral(held === undefined ? value.label : bareLabel(value, held, styled));
  const kind = held === undefined ? null : KINDS[held.observation.kind];
  const isFlow = held !== undefined && held.measure.timeKind === "flow" && !isOutcome(held.measure);
  const counts = isFlow && held.measure.statType === "value";
  const frame = kind ?? (counts ? "sentence.flow" : "sentence.stock");
  return fill(parts[frame], {
    label: kind === null ? closed(label) : label,
    amount: sayAmount(value, label, styled),
    period: sayPeriod(value.period, styled),
  });
};

type Side = { readonly label: string; readonly amount: string; readonly period: string };

const sideOf = ({ observation, measure }: Held, styled: Styled): Side => {
  const label = styled.neutral(labelOf({ measure, members: observation.members }, styled.catalog));
  const amount = sayAmount({ ...observation, unit: measure.unit, derived: null }, label, styled);
  return { label, amount, period: sayPeriod(observation.timePeriod, styled) };
};

type Relation = { readonly value: AnswerValue; readonly one: Held; readonly other: Held };

/** Both sides of a sum with two inputs: `after` is the one that is spoken of, `before` what it is held against. */
const sayRelation = (frame: StylePart, { value, one, other }: Relation, styled: Styled): string => {
  const [after, before] = [sideOf(one, styled), sideOf(other, styled)];
  const size = { ...value, value: Math.abs(value.value) };
  return fill(styled.style.parts[frame], {
    label: after.label,
    amount: sayAmount(size, after.label, styled),
    after: after.amount,
    after_period: after.period,
    before: before.amount,
    before_period: before.period,
    other: before.label,
  });
};

const changeFrame = ({ one, other }: Relation, styled: Styled): StylePart => {
  const difference = one.observation.value - other.observation.value;
  const isOne = sideOf(one, styled).label === sideOf(other, styled).label;
  if (difference === 0 && isOne) return "derived.same";
  if (isOne) return difference > 0 ? "derived.up" : "derived.down";
  return difference >= 0 ? "derived.above" : "derived.below";
};

const sayAlone = (frame: StylePart, value: AnswerValue, styled: Styled): string => {
  const label = styled.neutral(value.label);
  const size = frame === "derived.rose" || frame === "derived.fell" ? Math.abs(value.value) : value.value;
  return fill(styled.style.parts[frame], {
    label: closed(label),
    amount: sayAmount({ ...value, value: size }, label, styled),
    period: sayPeriod(value.period, styled),
  });
};

/** How a sum with two inputs is said of both; null for one that is said by itself. */
const relationFrame = (relation: Relation, styled: Styled): StylePart | null => {
  switch (relation.value.derived?.working ?? null) {
    case "difference":
    case "percent_change":
      return changeFrame(relation, styled);
    case "share":
      return "derived.share";
    case "ratio":
      return "derived.ratio";
    case "sum":
    case "mean":
    case "rest":
    case null:
      return null;
  }
};

const aloneFrame = ({ value, derived }: AnswerValue): StylePart => {
  switch (derived?.working ?? null) {
    case "difference":
    case "percent_change":
      return value < 0 ? "derived.fell" : "derived.rose";
    case "sum":
      return "derived.sum";
    case "mean":
      return "derived.mean";
    case "share":
    case "ratio":
    case "rest":
    case null:
      return "derived.other";
  }
};

const sayDerived = (value: AnswerValue, held: readonly Held[], styled: Styled): string => {
  const [one, other] = held;
  if (value.derived?.working === "rest") return sayHeld(value, one, styled);
  const relation = held.length === 2 && one && other ? { value, one, other } : null;
  const frame = relation && relationFrame(relation, styled);
  return relation === null || frame === null
    ? sayAlone(aloneFrame(value), value, styled)
    : sayRelation(frame, relation, styled);
};

/** One figure as a clause, without who says so. */
export const sayClause = (value: AnswerValue, styled: Styled): string => {
  const held = heldOf(value, styled);
  return value.derived === null ? sayHeld(value, held[0], styled) : sayDerived(value, held, styled);
};
