// The 17 condition types of searchCriteria as MySQL evaluates them: without case, numbers by value, NULL equal to nothing.
import type { SearchFilter } from './search-criteria.ts';

type Condition = (present: readonly string[], wanted: string) => boolean;

const isNumeric = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

export function compareValues(left: string, right: string): number {
  if (isNumeric(left) && isNumeric(right)) return Number(left) - Number(right);
  const [lowerLeft, lowerRight] = [left.toLowerCase(), right.toLowerCase()];
  return lowerLeft < lowerRight ? -1 : lowerLeft > lowerRight ? 1 : 0;
}

const splitList = (text: string): string[] => text.split(',').map((part) => part.trim());

function toLikePattern(wanted: string): RegExp {
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('%', '.*').replaceAll('_', '.')}$`, 'is');
}

/** True where the test holds for any value of the field; a field without a value is NULL and matches nothing. */
const some =
  (test: (value: string, wanted: string) => boolean): Condition =>
  (present, wanted) =>
    present.some((value) => test(value, wanted));

/** The negation of a condition, which NULL does not fulfil either. */
const not =
  (condition: Condition): Condition =>
  (present, wanted) =>
    present.length > 0 && !condition(present, wanted);

const equals = some((value, wanted) => compareValues(value, wanted) === 0);
const isLike = some((value, wanted) => toLikePattern(wanted).test(value));
const isIn = some((value, wanted) => splitList(wanted).some((entry) => compareValues(value, entry) === 0));
const isInSet = some((value, wanted) => splitList(value).includes(wanted));
const isAtLeast = some((value, wanted) => compareValues(value, wanted) >= 0);
const isAtMost = some((value, wanted) => compareValues(value, wanted) <= 0);

const conditions: Readonly<Record<string, Condition>> = {
  eq: equals,
  neq: not(equals),
  gt: some((value, wanted) => compareValues(value, wanted) > 0),
  gteq: isAtLeast,
  moreq: isAtLeast,
  from: isAtLeast,
  lt: some((value, wanted) => compareValues(value, wanted) < 0),
  lteq: isAtMost,
  to: isAtMost,
  like: isLike,
  nlike: not(isLike),
  in: isIn,
  nin: not(isIn),
  finset: isInSet,
  nfinset: not(isInSet),
  null: (present) => present.length === 0,
  notnull: (present) => present.length > 0,
};

/** Whether a field with these values fulfils a filter; an unknown condition type counts as `eq`. */
export function matchesFilter(present: readonly string[], filter: SearchFilter): boolean {
  const condition = Object.hasOwn(conditions, filter.conditionType) ? conditions[filter.conditionType] : undefined;
  return (condition ?? equals)(present, filter.value);
}
