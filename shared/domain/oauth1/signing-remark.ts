// What there is to say of a signature beside the signature itself. Each remark is made in one place, by the profile that
// knows it, and read by the trace, by the warnings and by the lint before sending.

/** A place where a server reads a request otherwise than RFC 5849; the signature allows for it. */
export interface Deviation {
  readonly effect: 'ignored' | 'misread' | 'reordered';
  /** The text concerned. */
  readonly text: string;
  /** A sentence. */
  readonly remark: string;
  /** The place of the pair concerned between the `&` of the query, from 0; null where it is none. */
  readonly pairIndex: number | null;
}

/** Why a server refuses a request although the signature fits, by what is wrong with it. */
export type RefusalRule =
  | 'consumer-key-length'
  | 'token-length'
  | 'nonce-length'
  | 'timestamp'
  | 'clock-ahead'
  | 'signature-method'
  | 'secret-blank'
  | 'raw-characters'
  | 'numeric-name'
  | 'form-array'
  | 'form-body';

/** What a server refuses (`refused`), or answers with 500 (`broken`), although the signature fits. */
export interface Refusal extends Omit<Deviation, 'effect'> {
  readonly effect: 'refused' | 'broken';
  readonly rule: RefusalRule;
}

export type SigningRemark = Deviation | Refusal;
