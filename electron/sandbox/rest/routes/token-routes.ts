import { signIn } from '../../tokens/sign-in.ts';
import { readText, requireArguments } from '../arguments.ts';
import type { Call, Route } from '../route.ts';

const tokenRoute = (userType: 'admin' | 'customer'): Route => ({
  method: 'POST',
  pattern: `/V1/integration/${userType}/token`,
  startsSession: true,
  handle: ({ state, input, nowMs }: Call) => {
    requireArguments(input, ['username', 'password']);
    const [username, password] = [readText(input['username']), readText(input['password'])];
    return signIn(state, { userType, username, password, nowMs });
  },
});

/** Tokens of admins and customers for a user name and a password. */
export const tokenRoutes: readonly Route[] = [tokenRoute('admin'), tokenRoute('customer')];
