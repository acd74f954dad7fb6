import { brandSheet, brandStyles, HOUSE_COLOUR } from './brand.js';

describe('the colour of an authority', () => {
  it('is the address of a style sheet; the house’s own where it is missing or not a colour', () => {
    expect(brandSheet('#5A2D81')).toBe('/brand/5a2d81.css');
    expect(brandSheet(undefined)).toBe(`/brand/${HOUSE_COLOUR.slice(1)}.css`);
    expect(brandSheet('red; } body { display: none')).toBe(`/brand/${HOUSE_COLOUR.slice(1)}.css`);
  });

  it('comes with a text colour that can be read on it', () => {
    expect(brandStyles('5a2d81')).toContain('--svl-brand: #5a2d81; --svl-on-brand: #ffffff;');
    expect(brandStyles('ffdd00')).toContain('--svl-on-brand: #0b0c0c;');
    expect(brandStyles('767676')).toContain('#ffffff');
    expect(brandStyles('777777')).toContain('#0b0c0c');
    expect(brandStyles('12345')).toBeUndefined();
  });
});
