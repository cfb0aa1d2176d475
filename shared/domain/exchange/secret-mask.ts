/** What stands in place of a secret wherever it is shown or kept. Its length tells nothing about the secret's. */
export const secretMask = '••••••••';
