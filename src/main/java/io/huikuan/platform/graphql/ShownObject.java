package io.huikuan.platform.graphql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.util.List;

/** An object of the answer: a value for each field of its shape, a leaf, an object, a list of them, or null. Writes itself as JSON. */
final class ShownObject implements JsonSerializable {

    private final Shape shape;
    private final Object[] values;

    ShownObject(Shape shape) {
        this.shape = shape;
        this.values = new Object[shape.fields().size()];
    }

    ShapedField field(int at) {
        return shape.fields().get(at);
    }

    void put(int field, Object value) {
        values[field] = value;
    }

    /** The object without what may not be null but is, up to the next that may; null when that is the object itself. */
    ShownObject pruned() {
        for (int i = 0; i < values.length; i++) {
            Form form = shape.fields().get(i).form();
            values[i] = pruned(values[i], form);
            if (values[i] == null && form.required()) {
                return null;
            }
        }
        return this;
    }

    private static Object pruned(Object value, Form form) {
        if (value instanceof ShownObject object) {
            return object.pruned();
        }
        return value instanceof List<?> rows && form instanceof Form.Rows list ? pruned(rows, list.each()) : value;
    }

    private static List<?> pruned(List<?> rows, Form each) {
        List<Object> kept = new java.util.ArrayList<>();
        rows.forEach(row -> kept.add(pruned(row, each)));
        return each.required() && kept.contains(null) ? null : kept;
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider others) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < values.length; i++) {
            json.writeFieldName(shape.fields().get(i).key());
            write(values[i], json, others);
        }
        json.writeEndObject();
    }

    private static void write(Object value, JsonGenerator json, SerializerProvider others) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof ShownObject object) {
            object.serialize(json, others);
        } else if (value instanceof List<?> rows) {
            json.writeStartArray();
            for (Object row : rows) {
                write(row, json, others);
            }
            json.writeEndArray();
        } else {
            others.defaultSerializeValue(value, json);
        }
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider others, TypeSerializer type)
            throws IOException {
        serialize(json, others);
    }
}
