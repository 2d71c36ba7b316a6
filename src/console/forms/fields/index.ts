/** The fields of commands as HTML. */
export { CommandFields, type CommandFieldsProps } from './command-fields.tsx';
export { sealWords } from './seal-words.ts';
