/** Who sends a request, as far as the server is convinced. */
export type Caller =
  | { readonly kind: 'guest' }
  | { readonly kind: 'customer'; readonly customerId: number }
  | { readonly kind: 'admin' | 'integration'; readonly resources: readonly string[] };

const everything = 'Magento_Backend::all';

/**
 * Whether a caller may use a resource. `anonymous` is for all, `self` for customers. A role holds exactly the resources
 * it lists, or all of them (`self` included) through the root of the tree.
 */
export function isAllowed(caller: Caller, resource: string): boolean {
  if (resource === 'anonymous') return true;
  if (caller.kind === 'guest') return false;
  if (caller.kind === 'customer') return resource === 'self';
  return caller.resources.includes(everything) || caller.resources.includes(resource);
}
