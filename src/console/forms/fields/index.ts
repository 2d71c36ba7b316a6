/** The fields of commands as HTML. */
export { CommandFields } from './command-fields.tsx';
