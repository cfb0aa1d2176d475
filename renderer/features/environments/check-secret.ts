/** What looks wrong about a secret as it was typed; empty where nothing does. */
export function checkSecret(field: string, value: string): string {
  if (value === '' || field === 'password') return '';
  // Magento makes all four values 32 characters long (Magento\Framework\Oauth\Helper\Oauth).
  const { length } = value.trim();
  return length === 32 ? '' : `Magento’s values have 32 characters, this one has ${length}.`;
}
