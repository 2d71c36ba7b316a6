/** Registers whose entries are streams of their own. */
export { REGISTER_NAMES as REGISTERS } from '../../domain/registers/index.ts';
