package io.huikuan.notification;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The service with every channel set up, each towards a peer within this process. */
public class WithPeers implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Peers.class));
    }
}
