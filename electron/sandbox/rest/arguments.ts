// Reading the arguments of a service: what is missing or of a wrong type is refused as Magento refuses it.
import { internalError, refuseMissing, refuseType } from './rest-fault.ts';

export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Throws one 400 that names every missing argument. */
export function requireArguments(input: Fields, names: readonly string[]): void {
  const missing = names.filter((name) => input[name] === undefined || input[name] === null);
  if (missing.length > 0) throw refuseMissing(missing);
}

export function readText(value: unknown): string {
  if (typeof value === 'object') throw refuseType('array', 'string');
  return String(value);
}

export function readInteger(value: unknown): number {
  const text = readText(value);
  if (!/^-?\d+$/.test(text)) throw refuseType(text, 'int');
  return Number(text);
}

/** An entity from the input with its names in snake case; a text in its place is refused. */
export function readEntity(input: Fields, name: string): Fields {
  requireArguments(input, [name]);
  const value = input[name];
  if (!isFields(value)) throw refuseMissing([name]);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [toSnakeCase(key), member]));
}

/** `attributeSetId` and `attribute_set_id` name the same property. */
export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
}

/** Magento has no setter for an unknown property and breaks (500). */
export function refuseUnknownProperties(entity: Fields, known: readonly string[], nextReport: () => number): void {
  if (Object.keys(entity).some((name) => !known.includes(name))) throw internalError(nextReport());
}

export const asFields = (value: unknown): Fields => (isFields(value) ? value : {});
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
