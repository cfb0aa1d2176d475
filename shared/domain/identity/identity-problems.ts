import { isSameName, type FieldProblem } from '../environment/environment-problems.ts';
import { identityKindFacts } from './identity-kinds.ts';
import type { Identity, IdentityDraft } from './identity.ts';

/** Everything that keeps an identity from being saved; `others` are the other identities of its environment. */
export function findIdentityProblems(draft: IdentityDraft, others: readonly Identity[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const facts = identityKindFacts[draft.kind];
  const name = draft.name.trim();
  if (name === '') problems.push({ field: 'name', message: 'The identity needs a name.' });
  else if (others.some((other) => isSameName(other.name, name))) {
    problems.push({ field: 'name', message: `This environment has an identity named “${name}” already.` });
  }
  if (facts.usernameLabel !== null && draft.username.trim() === '') {
    problems.push({ field: 'username', message: `${facts.usernameLabel} is needed to sign in.` });
  }
  for (const field of Object.keys(draft.secrets)) {
    if (facts.secrets.some((secret) => secret.name === field)) continue;
    problems.push({ field: 'secrets', message: `${facts.label} identities have no secret named “${field}”.` });
  }
  return problems;
}
