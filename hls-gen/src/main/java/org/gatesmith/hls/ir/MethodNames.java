package org.gatesmith.hls.ir;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The Java methods that the functions of a program come from, as the front end left it. */
public final class MethodNames {

    /** What the front end appends to the name of a method that it needs in several forms. */
    private static final Pattern INSTANCE_NUMBER = Pattern.compile("_\\d+$");

    private final Map<String, String> methods = new TreeMap<>();

    private MethodNames() {}

    /**
     * The methods of a program.
     *
     * @param kernelMethod the method of the kernel, whose function has the kernel's name
     */
    public static MethodNames of(Program program, String kernelMethod) {
        MethodNames names = new MethodNames();
        for (Function function : program.functions()) {
            names.methods.put(function.name(), function.name());
        }
        for (Function function : program.functions()) {
            String base = INSTANCE_NUMBER.matcher(function.name()).replaceFirst("");
            if (names.methods.containsKey(base)) {
                names.methods.put(function.name(), base);
            }
        }
        names.methods.put(program.top().name(), kernelMethod);
        return names;
    }

    /** The method that a function comes from. */
    public String of(Function function) {
        return methods.getOrDefault(function.name(), function.name());
    }
}
