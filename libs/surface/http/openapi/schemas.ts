import { z } from 'zod';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The schemas that a document names, gathered while its operations are written. */
export class Schemas {
  readonly components: Record<string, JsonSchema> = {};

  /**
   * A schema as the document writes it. Requests and answers are both described as they travel (the input of the
   * schema). Schemas with an `id` become components.
   */
  write(schema: z.ZodType): JsonSchema {
    const { $schema: _dialect, $defs = {}, ...written } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema & {
      readonly $defs?: Record<string, JsonSchema>;
    };
    for (const [name, definition] of Object.entries($defs)) this.add(name, definition);
    const { id } = written as { readonly id?: string };
    if (id === undefined) return rewritten(written);
    this.add(id, written);
    return { $ref: `#/components/schemas/${id}` };
  }

  /** The properties of a flat object, each with whether it is needed: parameters, headers, form fields. */
  properties(schema: z.ZodObject): readonly (readonly [string, JsonSchema, boolean])[] {
    const { properties = {}, required = [] } = this.write(schema) as {
      readonly properties?: Record<string, JsonSchema>;
      readonly required?: readonly string[];
    };
    return Object.entries(properties).map(([name, property]) => [name, property, required.includes(name)]);
  }

  private add(name: string, definition: JsonSchema): void {
    const { id: _id, ...rest } = definition;
    const component = rewritten(rest);
    const there = this.components[name];
    if (there && JSON.stringify(there) !== JSON.stringify(component)) {
      throw new Error(`Two schemas have the id ${name}. Give one of them another.`);
    }
    this.components[name] = component;
  }
}

/** References to definitions become references to components. */
function rewritten(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value,
  ) as JsonSchema;
}
