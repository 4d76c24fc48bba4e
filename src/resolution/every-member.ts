import type { Catalog } from "../catalog/catalog.ts";
import { dimensionOf, type Measure, type MemberKey } from "../catalog/observation.ts";
import type { Quantity } from "../language/quantity.ts";
import { stemsOf } from "../language/words.ts";
import type { Question } from "../question/question.ts";

/** The members of a dimension that a measure is held for by themselves; none where one of them is of others together. */
const membersOf = (
  measure: Measure,
  dimension: string,
  { figures, members }: Catalog,
): readonly MemberKey[] => {
  const own = figures
    .groupsOf(measure.id)
    .flatMap(([key, ...more]) =>
      key !== undefined && more.length === 0 && dimensionOf(key) === dimension ? [key] : [],
    );
  return own.some((key) => members.get(key)?.aggregate === true) ? [] : own;
};

/** The word right behind a number. */
const stemBehind = ({ at }: Quantity, { concepts }: Question): string | undefined =>
  concepts.find((one) => one.at[0] >= at[1])?.stem;

/** Whether a number says how many members a dimension has: "the eight countries", and there are eight. */
export const namesAll = (
  quantity: Quantity,
  { measure, dimension }: { readonly measure: Measure; readonly dimension: string },
  { question, catalog }: { readonly question: Question; readonly catalog: Catalog },
): boolean => {
  const behind = stemBehind(quantity, question);
  return (
    quantity.unit === null &&
    behind !== undefined &&
    stemsOf(dimension).includes(behind) &&
    quantity.value === membersOf(measure, dimension, catalog).length
  );
};

/** All members of the dimension of a group, where the question names them by their number; none where it does not. */
export const everyMember = (
  measure: Measure,
  member: MemberKey,
  asking: { readonly question: Question; readonly catalog: Catalog },
): readonly MemberKey[] => {
  const dimension = dimensionOf(member);
  const named = asking.question.quantities.some((one) => namesAll(one, { measure, dimension }, asking));
  return named ? membersOf(measure, dimension, asking.catalog) : [];
};
