/** A vault that stores nothing and makes no key: what it seals is sealed under a key that nobody ever had. */
import { randomBytes } from 'node:crypto';
import { encrypt, KEY_BYTES } from '../../vault/authenticated-cipher.ts';
import { formatSealed } from '../../vault/sealed-text.ts';
import type { Vault } from '../../vault/vault.ts';

export const vaultAside = (vault: Vault): Vault => ({
  ...vault,
  async seal(purpose, { subject }, text) {
    const destroyed = await vault.destroyed(subject, purpose);
    if (destroyed !== undefined) return destroyed;
    const sealed = encrypt(randomBytes(KEY_BYTES), Buffer.from(text, 'utf8'), Buffer.alloc(0));
    return { kind: 'sealed', text: formatSealed({ purpose, keyVersion: 1, ...sealed }) };
  },
  async storeIdentity({ personId }) {
    const destroyed = await vault.destroyed(personId, 'identity');
    return destroyed ?? { kind: 'stored', version: 1, newly: true };
  },
  sealFile: () => Promise.reject(new Error('a preview seals no file')),
  destroyKey: () => Promise.reject(new Error('a preview destroys nothing')),
});
