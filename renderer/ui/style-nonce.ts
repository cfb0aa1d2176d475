/** The nonce without which the page's policy refuses style elements made at run time; empty where none is needed. */
export const styleNonce = (): string => document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
