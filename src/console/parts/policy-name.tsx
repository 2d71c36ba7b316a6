/** A rule of the register by what it says, its code small below: orders and drafts name it by that. */
import { policyWords } from '../words/policies.ts';
import { Text } from './text.tsx';

export const PolicyName = ({ policy }: { readonly policy: string }) => (
  <>
    <Text of={policyWords(policy)} />
    <span class="titian-work__more titian-mono">{policy}</span>
  </>
);
