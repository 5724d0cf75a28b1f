package io.icmpscope.mcp.command;

import java.io.File;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of arguments that are none: what is wrong, and where the right ones are told. Help itself would hide it. */
final class WrongUsage {

    private WrongUsage() {}

    /** Says so. Returns the exit status. */
    static int tell(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        err.println(wrong.getMessage());
        String capture = capture(wrong);
        if (capture != null) {
            err.println("To read a capture: " + name + " " + AnalyzeCommand.NAME + " " + capture);
        } else {
            UnmatchedArgumentException.printSuggestions(wrong, err);
        }
        err.println("For all options: " + name + " --help");
        return ExitStatus.NOT_READ;
    }

    /** The file that stands where a command was expected, or null. */
    private static @Nullable String capture(ParameterException wrong) {
        if (!(wrong instanceof UnmatchedArgumentException unmatched)
                || wrong.getCommandLine().getParent() != null) {
            return null;
        }
        String first = unmatched.getUnmatched().get(0);
        return new File(first).exists() ? first : null;
    }
}
