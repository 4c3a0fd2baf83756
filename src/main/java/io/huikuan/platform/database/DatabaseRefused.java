package io.huikuan.platform.database;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * The service cannot work with this database, for a reason that whoever runs it can mend. The message is all that is shown: the
 * start ends with it and without a stack trace.
 */
public class DatabaseRefused extends ConfigurationException {

    /** A refusal in words for whoever runs the service. */
    public DatabaseRefused(String message) {
        super(message);
    }
}
