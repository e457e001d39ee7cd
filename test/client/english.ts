import { en as phone } from '../../client/words/phone/en.ts';
import { en as screen } from '../../client/words/screen/en.ts';
import { learn } from '../../client/words/words.svelte.ts';

// What pages say in tests is English, as on a page that has loaded it.
learn('en', { ...phone, ...screen });
