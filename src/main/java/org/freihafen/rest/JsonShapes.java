package org.freihafen.rest;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records as JSON schemas. Each is named after its resource and itself, since several resources
 * have a {@code ToChange} of their own; what may be left out is not required.
 */
final class JsonShapes {
    private final Map<String, Schema> named = new LinkedHashMap<>();

    Map<String, Schema> named() {
        return named;
    }

    Schema of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Optional.class) {
                return of(arguments[0]);
            }
            if (generic.getRawType() == List.class) {
                return schema(SchemaType.ARRAY).items(of(arguments[0]));
            }
            if (generic.getRawType() == Map.class) {
                return schema(SchemaType.OBJECT).additionalPropertiesSchema(of(arguments[1]));
            }
        }
        if (type instanceof Class<?> plain) {
            return plain.isRecord() ? reference(plain) : simple(plain);
        }
        throw unknown(type);
    }

    private Schema reference(Class<?> record) {
        String name = name(record);
        if (!named.containsKey(name)) {
            Schema schema = schema(SchemaType.OBJECT);
            named.put(name, schema);
            for (RecordComponent component : record.getRecordComponents()) {
                schema.addProperty(component.getName(), of(component.getGenericType()));
                if (always(component)) {
                    schema.addRequired(component.getName());
                }
            }
        }
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static boolean always(RecordComponent component) {
        return component.getType() != Optional.class
                && component.getAnnotatedType().getAnnotations().length == 0;
    }

    private static String name(Class<?> record) {
        Class<?> outer = record.getDeclaringClass();
        String own = record.getSimpleName();
        return outer == null
                ? own
                : outer.getSimpleName().replaceAll("Resource|Views", "") + "." + own;
    }

    private static Schema simple(Class<?> type) {
        if (type == String.class) {
            return schema(SchemaType.STRING);
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return schema(SchemaType.INTEGER);
        }
        if (type == boolean.class || type == Boolean.class) {
            return schema(SchemaType.BOOLEAN);
        }
        if (type == Instant.class) {
            return schema(SchemaType.STRING).format("date-time");
        }
        if (type == LocalDate.class) {
            return schema(SchemaType.STRING).format("date");
        }
        throw unknown(type);
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("no JSON is known for " + type);
    }

    private static Schema schema(SchemaType type) {
        return OASFactory.createSchema().type(type);
    }
}
