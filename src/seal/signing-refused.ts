/** The tree that was asked for contradicts what this key has signed. An alarm, not a fault to be tried again. */
export class SigningRefused extends Error {
  override readonly name = 'SigningRefused';
}
