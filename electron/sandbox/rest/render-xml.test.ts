import { describe, expect, it } from 'vitest';
import { readXml } from './read-xml.ts';
import { renderJson } from './render-json.ts';
import { renderXml } from './render-xml.ts';

describe('rendering', () => {
  it('writes JSON with escaped slashes and ASCII only, as PHP does', () => {
    expect(renderJson({ sku: 'A/B é+1 %', ok: true })).toBe('{"sku":"A\\/B \\u00e9+1 %","ok":true}');
  });

  it('writes lists as items, empty values as empty elements, and escapes text', () => {
    expect(renderXml({ items: [{ sku: 'a&b<c' }], none: [], flag: false, nothing: null })).toBe(
      [
        '<?xml version="1.0"?>',
        '<response>',
        '  <items>',
        '    <item>',
        '      <sku>a&amp;b&lt;c</sku>',
        '    </item>',
        '  </items>',
        '  <none/>',
        '  <flag>false</flag>',
        '  <nothing/>',
        '</response>',
        '',
      ].join('\n'),
    );
  });

  it('writes a bare text', () => {
    expect(renderXml('token')).toBe('<?xml version="1.0"?>\n<response>token</response>\n');
  });
});

describe('reading XML', () => {
  it.each([
    ['<login><username>admin</username><password>a&amp;b</password></login>', { username: 'admin', password: 'a&b' }],
    ['<?xml version="1.0"?><a><b/><c><![CDATA[<x>]]></c></a>', { b: '', c: '<x>' }],
    ['<a><ids><item>1</item></ids></a>', { ids: ['1'] }],
    ['<a><b></a>', undefined],
    ['<a>', undefined],
    ['no xml', undefined],
  ])('%s', (text, expected) => {
    expect(readXml(text)).toEqual(expected);
  });
});
