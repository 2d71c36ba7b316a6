/**
 * The QR code of a credential: an address whose fragment holds the whole credential. A browser keeps the
 * fragment to itself, so that no server learns who was checked; the page there checks without asking back.
 *
 * `#z.<header and payload, deflated>.<signature>` where it is shorter, which it nearly always is, else the
 * JWT itself. The page inflates and has the very bytes that were signed.
 */
import { deflateRawSync } from 'node:zlib';
import QRCode from 'qrcode';
import { VERIFY_PATH } from './addresses.ts';

/** Byte mode of the largest symbol at level L; a phone reads much less well near it. */
export const MOST_CHARACTERS = 2_000;

export class CredentialTooLong extends Error {
  override readonly name = 'CredentialTooLong';
}

/** What stands after `#`. */
export function fragmentOf(jwt: string): string {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const opened = `${Buffer.from(header, 'base64url')}\n${Buffer.from(payload, 'base64url')}`;
  const packed = `z.${deflateRawSync(opened, { level: 9 }).toString('base64url')}.${signature}`;
  return packed.length < jwt.length ? packed : jwt;
}

/** @throws CredentialTooLong where no phone could read it: then the file itself is handed out. */
export function verifyAddress(publicUrl: string, jwt: string): string {
  const address = `${publicUrl}${VERIFY_PATH}#${fragmentOf(jwt)}`;
  if (address.length > MOST_CHARACTERS) throw new CredentialTooLong();
  return address;
}

const OPTIONS = { errorCorrectionLevel: 'L', margin: 4 } as const;

export const qrSvg = (text: string): Promise<string> => QRCode.toString(text, { ...OPTIONS, type: 'svg' });

/** Four dots for each module: enough for print at 4 cm and more. */
export const qrPng = (text: string): Promise<Buffer> =>
  QRCode.toBuffer(text, { ...OPTIONS, type: 'png', scale: 4 });
