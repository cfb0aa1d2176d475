import { secretMask } from '../exchange/secret-mask.ts';
import { maskHeaderValue, maskParameterValue } from '../exchange/secret-names.ts';
import type { HeaderRow, Parameter, Request } from './request.ts';

/** Changes every value of a request's headers and parameters that is secret by its name and stands there in clear. */
export function mapTypedSecrets(request: Request, change: (value: string) => string): Request {
  return {
    ...request,
    headers: request.headers.map((row) => (isSecretRow(row) ? { ...row, value: change(row.value) } : row)),
    parameters: request.parameters.map((row) =>
      isSecretParameterRow(row) ? { ...row, value: change(row.value ?? '') } : row,
    ),
  };
}

/** The names of headers and parameters that hold a secret in clear; a value made of variables alone is none. */
export function findTypedSecrets({ headers, parameters }: Request): string[] {
  return [...headers.filter(isSecretRow), ...parameters.filter(isSecretParameterRow)].map(({ name }) => name);
}

const isSecretRow = ({ name, value }: HeaderRow): boolean => maskHeaderValue(name, value) !== value;

const isSecretParameterRow = ({ name, value }: Parameter): boolean =>
  value !== null && maskParameterValue(name, value) !== value;

/** Where the mask of the history stands in a request: what it covered can't be sent again. Null where nowhere. */
export function findMask({ url, headers, parameters, body }: Request): string | null {
  const isMasked = ({ value, isEnabled }: { readonly value: string | null; readonly isEnabled: boolean }): boolean =>
    isEnabled && value !== null && value.includes(secretMask);
  const header = headers.find(isMasked);
  if (header) return `The header “${header.name}”`;
  const parameter = parameters.find(isMasked);
  if (parameter) return `The parameter “${parameter.name}”`;
  if (url.includes(secretMask)) return 'The URL';
  return body.kind !== 'none' && body.text.includes(secretMask) ? 'The body' : null;
}
