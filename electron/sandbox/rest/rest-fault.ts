/** A message template as Magento sends it: `%name` filled from an object, `%1` from an array. */
export interface FaultMessage {
  readonly message: string;
  readonly parameters?: Readonly<Record<string, unknown>> | readonly unknown[];
}

/** An answer other than success, thrown by whatever finds the reason and rendered in one place. */
export class RestFault extends Error {
  readonly status: number;
  readonly body: FaultMessage & { readonly errors?: readonly FaultMessage[] };

  constructor(status: number, body: RestFault['body']) {
    super(body.message);
    this.name = 'RestFault';
    this.status = status;
    this.body = body;
  }
}

/** Something about the input is wrong (400). */
export function refuseInput(message: string, parameters?: FaultMessage['parameters']): RestFault {
  return new RestFault(400, parameters === undefined ? { message } : { message, parameters });
}

/** The caller is not who he says (401). */
export function refuseCaller(message: string, parameters?: FaultMessage['parameters']): RestFault {
  return new RestFault(401, parameters === undefined ? { message } : { message, parameters });
}

/** Several input errors in one answer; a single one is sent by itself (Magento's InputException). */
export function refuseInputs(errors: readonly FaultMessage[]): RestFault {
  const [only, second] = errors;
  if (only && !second) return new RestFault(400, only);
  return new RestFault(400, { message: 'One or more input exceptions have occurred.', errors });
}

const requiredTemplate = '"%fieldName" is required. Enter and try again.';

/** Fields that are missing, by name (400). */
export function refuseMissing(fieldNames: readonly string[]): RestFault {
  return refuseInputs(fieldNames.map((fieldName) => ({ message: requiredTemplate, parameters: { fieldName } })));
}

/** A service parameter of a wrong type (400). */
export function refuseType(value: string, type: string): RestFault {
  return refuseInput(`The "${value}" value's type is invalid. The "${type}" type was expected. Verify and try again.`);
}

/** An entity that does not exist (404), with the placeholders that Magento leaves for the client to fill. */
export function noSuchEntity(fieldName: string, fieldValue: unknown): RestFault {
  return new RestFault(404, {
    message: 'No such entity with %fieldName = %fieldValue',
    parameters: { fieldName, fieldValue },
  });
}

/** An error that Magento keeps to its log (500); `report` makes the id look like PHP's `uniqid`. */
export function internalError(report: number): RestFault {
  const reportId = `webapi-${(0x6b049b1f6305b + report).toString(16).slice(-13)}`;
  return new RestFault(500, {
    message: `Internal Error. Details are available in Magento log file. Report ID: ${reportId}`,
  });
}

/** A failure outside the web API's own error handling: a plain text instead of JSON. */
export class ApplicationFault extends Error {
  constructor() {
    super('An error has happened during application run. See exception log for details.');
    this.name = 'ApplicationFault';
  }
}
