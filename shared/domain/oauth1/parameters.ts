// The parameters of a signature on their way from the request to the base string: read, combined, encoded, put in order.
import { type ByteString, decodeUtf8 } from '../../kernel/byte-string.ts';
import { percentEncodeBytes } from './percent-encoding.ts';
import type { SignedParameter } from './signature-trace.ts';
import type { Deviation } from './signing-remark.ts';

/** One decoded parameter and where it came from. */
export interface Parameter {
  readonly name: ByteString;
  readonly value: ByteString;
  readonly origin: SignedParameter['origin'];
  /** Its place between the `&` of the query; null where it came from elsewhere. */
  readonly pairIndex: number | null;
}

/** A parameter with both forms of its name and value, as orders compare them. */
export interface EncodedParameter extends Parameter {
  readonly encodedName: string;
  readonly encodedValue: string;
}

/** What a profile made of one source of parameters. */
export interface ParameterReading {
  readonly parameters: readonly Parameter[];
  readonly deviations: readonly Deviation[];
}

/** Orders two encoded parameters as a server does before it signs. */
export type ParameterOrder = (left: EncodedParameter, right: EncodedParameter) => number;

/** RFC 5849 §3.4.1.3.2: by the bytes of the encoded name, then of the encoded value. */
export const compareByEncodedBytes: ParameterOrder = (left, right) => {
  if (left.encodedName !== right.encodedName) return left.encodedName < right.encodedName ? -1 : 1;
  if (left.encodedValue === right.encodedValue) return 0;
  return left.encodedValue < right.encodedValue ? -1 : 1;
};

/** Encodes the parameters and puts them in signing order; equals keep the order in which they came. */
export function arrangeParameters(
  parameters: readonly Parameter[],
  encodeValue: (value: ByteString) => string,
  order: ParameterOrder,
): EncodedParameter[] {
  return parameters
    .map(({ name, value, origin, pairIndex }) => ({
      name,
      value,
      origin,
      pairIndex,
      encodedName: percentEncodeBytes(name),
      encodedValue: encodeValue(value),
    }))
    .sort(order);
}

/** Joins ordered parameters as RFC 5849 §3.4.1.3.2 does, before the whole is encoded once more. */
export function joinParameters(parameters: readonly EncodedParameter[]): string {
  return parameters.map(({ encodedName, encodedValue }) => `${encodedName}=${encodedValue}`).join('&');
}

/** The first two neighbours that RFC 5849 would put the other way round; null where the order is the RFC's. */
export function findFirstReordered(
  parameters: readonly EncodedParameter[],
): readonly [EncodedParameter, EncodedParameter] | null {
  let previous: EncodedParameter | null = null;
  for (const parameter of parameters) {
    if (previous && compareByEncodedBytes(previous, parameter) > 0) return [previous, parameter];
    previous = parameter;
  }
  return null;
}

/** A parameter as the trace shows it, its bytes read as UTF-8. */
export function toSignedParameter(parameter: EncodedParameter): SignedParameter {
  return {
    name: decodeUtf8(parameter.name),
    value: decodeUtf8(parameter.value),
    encodedName: parameter.encodedName,
    encodedValue: parameter.encodedValue,
    origin: parameter.origin,
  };
}
