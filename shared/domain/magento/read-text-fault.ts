// Failures that never reached a renderer: the answers of /oauth/token/*, error pages, and PHP's last words.
import { decodeUtf8 } from '../../kernel/byte-string.ts';
import { percentDecodeForm } from '../oauth1/percent-encoding.ts';
import { createMessage, type FaultFacts } from './fault-message.ts';
import { decodeEntities } from './read-xml-fault.ts';

/** `oauth_problem=…` of the token routes (Magento\Framework\Oauth\Helper\Request); several problems are joined by commas. */
export function readOAuthProblem(body: string): FaultFacts {
  const value = /^oauth_problem=([^&]*)/.exec(body)?.[1] ?? '';
  const text = decodeUtf8(percentDecodeForm(value)).trim();
  const problems = text.split(/, (?=")/);
  return {
    shape: 'oauth',
    message: createMessage(text),
    details: problems.length > 1 ? problems.map((problem) => createMessage(problem)) : [],
  };
}

/** A page where an answer for programs was expected: its heading, or else its title, is the message. */
export function readPageFault(body: string): FaultFacts {
  const heading = readTag(body, 'h1') || readTag(body, 'title');
  return { shape: 'page', message: createMessage(heading) };
}

/** Magento's plain texts for what no renderer could answer; null for every other text, such as that of /magento_version. */
export function readTextFault(body: string): FaultFacts | null {
  if (body.startsWith('An error has happened during application run')) {
    return { shape: 'text', message: createMessage(firstLine(body)) };
  }
  const exception = /^\d+ exception\(s\):\s*Exception #0 \([^)]*\): ([^\n]*)/.exec(body);
  return exception ? { shape: 'text', message: createMessage(exception[1] ?? ''), trace: body } : null;
}

const firstLine = (text: string): string => text.split('\n', 1)[0]?.trim() ?? '';

function readTag(body: string, tag: string): string {
  const content = new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'is').exec(body)?.[1] ?? '';
  const text = content.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  return decodeEntities(text.trim());
}
